/** What an act says: its envelope, its body, what is attached, and who approved it. */
@NullMarked
package org.comity.proof.act;

import org.jspecify.annotations.NullMarked;
