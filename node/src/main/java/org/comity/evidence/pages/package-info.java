/** Items as their custodian, and whoever may read the case, sees them; adding by a form. */
@NullMarked
package org.comity.evidence.pages;

import org.jspecify.annotations.NullMarked;
