/** The people of this node: names, duties, pseudonyms. */
@NullMarked
package org.comity.identity.person;

import org.jspecify.annotations.NullMarked;
