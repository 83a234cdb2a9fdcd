package org.comity.ui;

import org.jspecify.annotations.Nullable;

/**
 * Says on each page that leaves the printer what its reader must know of a request.
 *
 * @param head hash of the last entry of its register, by which the paper can be laid beside the record; null while there is none
 */
public record PrintedRecord(
        boolean confidential, boolean drill, @Nullable String head) {}
