package org.comity.procedure.file;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.comity.convention.reading.LawNode;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;

/** Reads {@code between}: which kinds of participant may have which role of a procedure. */
final class ReadingKinds {

    /** Any authority of a State. */
    private static final String AUTHORITY = "authority";

    private ReadingKinds() {}

    /** A role that is not named is for authorities of States. */
    static Map<Role, Set<ParticipantKind>> of(LawNode between, boolean joint) {
        var kinds = new HashMap<Role, Set<ParticipantKind>>();
        between.entries().forEach((role, node) -> {
            if (!joint && Role.ofTwo(role).isEmpty()) {
                throw node.fault("\"%s\" is not a known role: write requesting or requested".formatted(role));
            }
            kinds.put(Role.of(ReadingProcedureFile.word(node, role)), named(node));
        });
        return Map.copyOf(kinds);
    }

    private static Set<ParticipantKind> named(LawNode node) {
        var kinds = EnumSet.noneOf(ParticipantKind.class);
        for (var each : node.plain() ? java.util.List.of(node) : node.items()) {
            if (each.text().equals(AUTHORITY)) {
                kinds.addAll(ParticipantKind.AUTHORITIES);
            } else {
                kinds.add(ParticipantKind.of(each.text())
                        .orElseThrow(() -> each.fault(
                                "\"%s\" is no kind of participant: write authority, secretariat, organisation, provider or stakeholder"
                                        .formatted(each.text()))));
            }
        }
        if (kinds.isEmpty()) {
            throw node.fault("name a kind of participant, or leave the role out: then it is for authorities of States");
        }
        return Set.copyOf(kinds);
    }
}
