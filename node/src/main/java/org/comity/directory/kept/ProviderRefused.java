package org.comity.directory.kept;

import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.RuleBroken;

/** What cannot be noted of a provider as it stands; nothing was changed. */
public final class ProviderRefused extends RuleBroken {

    private ProviderRefused(String code, String id) {
        super(code, Map.of("id", id));
    }

    /** Of whom such things are noted. */
    public static Participant provider(Directory directory, String id) {
        var provider = directory.get(id);
        if (provider.kind() != ParticipantKind.PROVIDER) throw new ProviderRefused("kept.no-provider", id);
        return provider;
    }
}
