/** What the reader chooses for this browser: appearance, keys, language. */
@NullMarked
package org.comity.ui.choices;

import org.jspecify.annotations.NullMarked;
