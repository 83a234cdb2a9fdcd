package org.comity.casework;

import java.util.Collection;
import java.util.List;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;

/** Offers to read files that acts carry, on a page of a room above, which this one does not know; one bean a kind of file. */
public interface ReadableFiles {

    /** Those that these acts of the request carry. */
    List<ReadableFile> of(RequestRow row, Collection<String> acts);

    /** Those that travel with what is being written. */
    List<ReadableFile> of(Draft draft);

    /** What can be attached to it, written from what stands in it; its path leads to where that is done. */
    List<ReadableFile> attachable(Draft draft);

    /**
     * @param act its id; empty of a draft
     * @param path of the page on which it is read
     * @param words key of what the link says
     */
    record ReadableFile(String act, String name, String path, String words) {

        public boolean is(String act, String name) {
            return this.act.equals(act) && this.name.equals(name);
        }
    }
}
