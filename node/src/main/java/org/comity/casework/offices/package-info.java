/** Offices inside our State that carry out what was asked of it: what each may do, and what is with them. */
@NullMarked
package org.comity.casework.offices;

import org.jspecify.annotations.NullMarked;
