/** What people built: houses, jetties, boats, lamps. */
@NullMarked
package anima.client.village;

import org.jspecify.annotations.NullMarked;
