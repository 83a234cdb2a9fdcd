package org.comity.exchange;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same age files on a disk that somebody carries. Only acts and entries, since they prove themselves. */
public interface Courier {

    /**
     * Writes what waits for the peer into the folder, one file a parcel, and counts it as delivered.
     *
     * @return the files written, in order
     */
    List<Path> write(String peer, Path folder);

    /** Takes each parcel of the folder through the door, in order of name. What is refused stays where it is. */
    List<Taken> take(Path folder);

    /** @param refusal the door's code, or null if the parcel was taken */
    record Taken(String file, @Nullable String refusal) {}
}
