package anima.client.view;

import java.util.Optional;

/**
 * How a client's life went.
 *
 * @param failure what went wrong, in one sentence; empty if it was closed as wanted
 * @param frames pictures drawn
 * @param startupMillis from the call to the first whole picture; 0 if there was none
 * @param frameMillis mean time of a picture after the first
 */
public record ClientOutcome(
    Optional<String> failure, Preset preset, long frames, long startupMillis, double frameMillis) {}
