package org.comity.capacity.rounds;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds in the directory the providers that a State named for its need: by id, or by a name that one participant alone has. */
@Component
class NamedProviders {

    private final Directory directory;

    NamedProviders(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param written as the State wrote it
     * @param participant null where the directory has none, or several of this name: then nobody is shown anything
     */
    record NamedProvider(String written, @Nullable Participant participant) {}

    List<NamedProvider> of(ActsOfHelp acts) {
        return acts.words("named").stream()
                .filter(it -> !it.isBlank())
                .map(it -> new NamedProvider(it, find(it.strip()).orElse(null)))
                .toList();
    }

    /** Of those that the directory knows. */
    Set<String> ids(ActsOfHelp acts) {
        return of(acts).stream()
                .map(NamedProvider::participant)
                .filter(Objects::nonNull)
                .map(Participant::id)
                .collect(Collectors.toSet());
    }

    private Optional<Participant> find(String written) {
        var byId = directory.find(written.toUpperCase(Locale.ROOT)).or(() -> directory.find(written));
        if (byId.isPresent()) return byId;
        var byName = directory.all().stream()
                .filter(it -> it.names().values().stream().anyMatch(written::equalsIgnoreCase))
                .limit(2)
                .toList();
        return byName.size() == 1 ? Optional.of(byName.getFirst()) : Optional.empty();
    }
}
