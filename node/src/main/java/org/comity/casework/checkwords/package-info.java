/** Answers whoever holds a paper that claims to be an order of ours: by the number and the check word on it, without sign-in. */
@NullMarked
package org.comity.casework.checkwords;

import org.jspecify.annotations.NullMarked;
