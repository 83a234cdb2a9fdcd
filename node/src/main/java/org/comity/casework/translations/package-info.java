/** How the translation of each document of an act stands, before it leaves and afterwards. */
@NullMarked
package org.comity.casework.translations;

import org.jspecify.annotations.NullMarked;
