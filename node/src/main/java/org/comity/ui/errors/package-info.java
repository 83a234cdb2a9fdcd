/** What the reader sees when a rule says no, a page is not there, or something failed on our side. */
@NullMarked
package org.comity.ui.errors;

import org.jspecify.annotations.NullMarked;
