package org.comity.ui;

import java.util.List;
import org.comity.vocabulary.Official;

/** What one room says above the desk's list to the official who reads it, from bounded looks; any number of beans. */
public interface DeskNotices {

    List<Notice> notices(Official by);

    /**
     * @param key of the sentence, which counts {@code n}; {@code <key>.see} names the link
     * @param address where to look
     */
    record Notice(String key, int n, String address) {}
}
