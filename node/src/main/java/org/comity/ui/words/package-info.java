/** The message files, read and merged at start. */
@NullMarked
package org.comity.ui.words;

import org.jspecify.annotations.NullMarked;
