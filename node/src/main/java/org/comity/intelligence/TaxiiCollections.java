package org.comity.intelligence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.intelligence.stix.NamedUuid;
import org.comity.procedure.ActRole;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the collections of our TAXII server: what we received, what we gave, and one for each State that we could tell something. */
@Component
class TaxiiCollections {

    private final Directory directory;
    private final Procedures procedures;
    private final CaseAccess access;

    TaxiiCollections(Directory directory, Procedures procedures, CaseAccess access) {
        this.directory = directory;
        this.procedures = procedures;
        this.access = access;
    }

    /**
     * @param id which stays the same; {@code alias} a name in its place
     * @param to participant that would be told; null where it is read
     */
    record TaxiiCollection(
            String id,
            String alias,
            String title,
            String about,
            @Nullable String to) {

        boolean given() {
            return alias.equals("given");
        }

        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("id", id);
            json.put("title", title);
            json.put("description", about);
            json.put("alias", alias);
            json.put("can_read", to == null);
            json.put("can_write", to != null);
            json.put("media_types", List.of("application/stix+json;version=2.1"));
            return json;
        }
    }

    /** Those that this official's programs may read or write. */
    List<TaxiiCollection> of(Official by) {
        var all = new ArrayList<TaxiiCollection>();
        if (access.mayRead(by)) {
            all.add(collection("received", "From other States", "What acts of other States told or named.", null));
            all.add(collection("given", "From us", "What our own acts told or named.", null));
        }
        if (access.mayWrite(by)) {
            telling()
                    .ifPresent(procedure -> directory.all().stream()
                            .filter(it -> mayBeTold(procedure, it))
                            .forEach(it -> all.add(collection(
                                    "to-tell-" + it.id().toLowerCase(Locale.ROOT),
                                    "To tell %s (%s)".formatted(it.name("en"), it.id()),
                                    "What is put here becomes a draft; it leaves once officers have read and signed it.",
                                    it.id()))));
        }
        return all;
    }

    /** @throws TaxiiRefused if there is none of this id or alias for this official */
    TaxiiCollection find(String id, Official by) {
        return of(by).stream()
                .filter(it -> it.id().equals(id) || it.alias().equals(id))
                .findFirst()
                .orElseThrow(TaxiiRefused::unknown);
    }

    /** The procedure whose opening act tells what nobody asked for, by its file; the newest. */
    java.util.Optional<KnownProcedure> telling() {
        return procedures.all().stream()
                .filter(it -> it.is(ActRole.TELLS, it.opening()))
                .reduce((_, newer) -> newer);
    }

    private boolean mayBeTold(KnownProcedure procedure, Participant other) {
        var role = procedure.opener() == Role.REQUESTING ? Role.REQUESTED : Role.REQUESTING;
        return !other.id().equals(directory.self().id()) && procedure.table().admits(role, other.kind());
    }

    private static TaxiiCollection collection(String alias, String title, String about, @Nullable String to) {
        return new TaxiiCollection(NamedUuid.ours("collection " + alias).toString(), alias, title, about, to);
    }
}
