package anima.brain.mind;

import anima.brain.kernel.Ticket;
import anima.brain.language.Situation;
import anima.world.EntityView;

/**
 * What a mind is thinking about.
 *
 * @param other whom it is about to answer or to greet
 * @param person key of that person
 * @param greeting whether it speaks unasked
 * @param orders whether what {@code other} asks for is to be done: players' wishes are,
 *     inhabitants' only heard
 */
record Thought(
    EntityView other,
    String person,
    boolean greeting,
    boolean orders,
    Situation situation,
    Ticket ticket) {}
