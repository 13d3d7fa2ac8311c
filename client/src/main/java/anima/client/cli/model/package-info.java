/** The commands of {@code anima model}, one class each. */
@NullMarked
package anima.client.cli.model;

import org.jspecify.annotations.NullMarked;
