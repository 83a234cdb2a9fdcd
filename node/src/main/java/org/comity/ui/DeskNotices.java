package org.comity.ui;

import java.util.List;
import org.comity.vocabulary.Official;

/** What one room says above the desk's list to the official who reads it, from bounded looks; any number of beans. */
public interface DeskNotices {

    List<Notice> notices(Official by);

    /**
     * @param key of the sentence, which counts {@code n}; {@code <key>.see} names the link
     * @param address where to look
     * @param pressing something waits for this official; else it is good to know
     */
    record Notice(String key, int n, String address, boolean pressing) {

        public Notice(String key, int n, String address) {
            this(key, n, address, true);
        }
    }
}
