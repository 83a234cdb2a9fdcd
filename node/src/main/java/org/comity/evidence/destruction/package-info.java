/** What an act declares destroyed: whether it can be, and that it is. */
@NullMarked
package org.comity.evidence.destruction;

import org.jspecify.annotations.NullMarked;
