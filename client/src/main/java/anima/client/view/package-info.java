/** The desktop window: what a body perceives, drawn. The render thread owns everything in here. */
@NullMarked
package anima.client.view;

import org.jspecify.annotations.NullMarked;
