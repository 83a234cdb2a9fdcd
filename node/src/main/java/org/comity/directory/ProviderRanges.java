package org.comity.directory;

import java.util.Collection;
import java.util.List;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;

/** Knows which ranges of addresses, domains and numbers are noted to which provider; the network is never asked. */
public interface ProviderRanges {

    /** Identifiers of which one question asks at most. */
    int MOST_ASKED = 200;

    /** Rows of one file at most. */
    int MOST_ROWS = 2_000;

    /** Ranges of one provider at most. */
    int MOST_OF_ONE = 20_000;

    /** What is neither address nor domain nor number, such as a wallet, is left out; in the order in which it is asked. */
    List<WhoseAddress> whose(Collection<String> identifiers);

    /** Those of one provider, in the order in which they were noted, after the range with this id. */
    ListPage<NotedRange> of(String provider, long after);

    /** Rows of a file as text, to be looked at with {@link #look}. */
    String rows(byte[] file);

    /** All of one provider as a file that can be brought again. */
    String file(String provider);

    /** What would change, and what is wrong; nothing is changed. */
    RangeChanges look(String provider, TypedRanges typed);

    /**
     * Changes it, if nothing is wrong and it is still what was shown.
     *
     * @param shown the digest of the changes that the officer saw
     */
    RangeChanges take(String provider, TypedRanges typed, String shown, Official by);

    /**
     * What an officer typed or brought.
     *
     * @param rows a range in each, perhaps with its source and day behind it, separated by commas or semicolons; one with a
     *     minus before it is taken away
     * @param source of the rows that name none, and so {@code day}
     * @param all these are all ranges of the provider: what is not among them goes; not taken where more are noted than one
     *     file can have
     */
    record TypedRanges(String rows, String source, String day, boolean all) {

        public static final TypedRanges NONE = new TypedRanges("", "", "", false);
    }
}
