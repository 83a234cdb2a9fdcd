/** One-time tokens: what was pressed, and where it led. */
@NullMarked
package org.comity.ui.press;

import org.jspecify.annotations.NullMarked;
