/** The custody of an item for a court: as a document in the reader's language, and as CASE/UCO for other programs. */
@NullMarked
package org.comity.evidence.report;

import org.jspecify.annotations.NullMarked;
