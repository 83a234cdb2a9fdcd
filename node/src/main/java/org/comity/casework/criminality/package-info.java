/** Both States' law on the offences of a request side by side, and what the lawyer finds. */
@NullMarked
package org.comity.casework.criminality;

import org.jspecify.annotations.NullMarked;
