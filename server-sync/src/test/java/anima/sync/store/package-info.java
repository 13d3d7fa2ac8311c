/** Tests of the store on real files. */
@NullMarked
package anima.sync.store;

import org.jspecify.annotations.NullMarked;
