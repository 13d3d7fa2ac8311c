/** Commands about models. */
@NullMarked
package anima.client.cli.model;

import org.jspecify.annotations.NullMarked;
