/** The hour and the weather as light: sun, sky dome, haze and shadows. */
@NullMarked
package anima.client.sky;

import org.jspecify.annotations.NullMarked;
