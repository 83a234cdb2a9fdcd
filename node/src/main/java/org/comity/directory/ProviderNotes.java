package org.comity.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;

/** Keeps what is known of service providers: in our officers' words, and in the provider's own from its seat. */
public interface ProviderNotes {

    /** Providers of which one question asks at most. */
    int MOST_ASKED = 50;

    /** The provider's own word first; none where nobody said anything. */
    List<ProviderNote> of(String provider);

    /** Of several, those of whom something is said; of the first {@link #MOST_ASKED}. */
    Map<String, List<ProviderNote>> of(Collection<String> providers);

    /**
     * By an officer.
     *
     * @return false where somebody else has written since this version; then nothing is changed
     */
    boolean write(ProviderNote note, Official by);

    /**
     * From the provider's own seat.
     *
     * @param person the pseudonym of whoever sits there
     * @return as of {@link #write}
     */
    boolean writeOwn(ProviderNote note, String person);
}
