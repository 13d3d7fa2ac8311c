/** Text with annotated spans, as far as MaryTTS asks for them. */
@NullMarked
package de.dfki.lt.tools.tokenizer.annotate;

import org.jspecify.annotations.NullMarked;
