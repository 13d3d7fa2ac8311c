/**
 * A small tokenizer of our own under the name that MaryTTS looks for: the original (JTok) is on no
 * public repository. Written from the calls that MaryTTS makes, not from JTok.
 */
@NullMarked
package de.dfki.lt.tools.tokenizer;

import org.jspecify.annotations.NullMarked;
