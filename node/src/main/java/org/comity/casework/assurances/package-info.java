/** Assurances that States give each other in any procedure: what stands, what is owed, what ends soon. */
@NullMarked
package org.comity.casework.assurances;

import org.jspecify.annotations.NullMarked;
