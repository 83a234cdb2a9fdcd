/** Who is on the list of people, with which duties, and how a lost passkey is replaced. */
@NullMarked
package org.comity.identity.administration;

import org.jspecify.annotations.NullMarked;
