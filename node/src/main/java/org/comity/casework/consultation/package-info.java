/** What a consultation on parallel cases has that its file cannot say: how often identifiers are compared. */
@NullMarked
package org.comity.casework.consultation;

import org.jspecify.annotations.NullMarked;
