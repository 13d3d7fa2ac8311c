/**
 * The part of the Jinja template language that chat templates use, written anew: such templates
 * come with models from strangers, so nothing in them can reach beyond the values they are given,
 * and time, memory and output are bounded. (The existing library for Java wants a Guava that the
 * voice cannot live with, and twenty more libraries.)
 */
@NullMarked
package anima.brain.llm.text.jinja;

import org.jspecify.annotations.NullMarked;
