package org.comity.procedure.file;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.ActRole;

/** Reads under {@code roles} what acts are for: those that common.yaml names where the file has them, and those of the file. */
final class ReadingRoles {

    private static final String ROLES = "roles";

    private ReadingRoles() {}

    static Map<ActRole, Set<String>> of(LawNode common, LawNode file, Set<String> acts) {
        var roles = new EnumMap<ActRole, Set<String>>(ActRole.class);
        common.find(ROLES).ifPresent(it -> add(roles, it, acts, false));
        file.find(ROLES).ifPresent(it -> add(roles, it, acts, true));
        return Collections.unmodifiableMap(roles);
    }

    private static void add(Map<ActRole, Set<String>> roles, LawNode node, Set<String> acts, boolean own) {
        // The key has no place of its own in a fault: that of its list is on the same line.
        node.entries()
                .forEach((word, types) -> types.items().forEach(it -> {
                    if (acts.contains(it.text())) {
                        roles.computeIfAbsent(role(word, types), _ -> new LinkedHashSet<>())
                                .add(it.text());
                    } else if (own) {
                        throw it.fault("\"%s\" is no act of this file: name one".formatted(it.text()));
                    }
                }));
    }

    private static ActRole role(String word, LawNode at) {
        for (var role : ActRole.values()) {
            if (role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(word)) return role;
        }
        throw at.fault("\"%s\" is not known here".formatted(word));
    }
}
