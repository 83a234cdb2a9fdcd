/** What a person sees and changes about themselves. */
@NullMarked
package org.comity.identity.me;

import org.jspecify.annotations.NullMarked;
