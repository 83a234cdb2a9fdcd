/** How a person proves to be that person, and the session that follows. */
@NullMarked
package org.comity.identity.signin;

import org.jspecify.annotations.NullMarked;
