/** Geometry made by code: coloured, shaded by hand, ready for the one surface shader. */
@NullMarked
package anima.client.mesh;

import org.jspecify.annotations.NullMarked;
