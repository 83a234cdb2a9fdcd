package org.comity.casework.providers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.providers.OwnersView.Line;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.ProviderRanges;
import org.comity.directory.WhoseAddress;
import org.comity.procedure.form.Identifier;
import org.springframework.stereotype.Component;

/** Says of each identifier of a body in which provider's range it falls, as the directory's notes have it. */
@Component
class FindingOwners {

    private final ProviderRanges ranges;
    private final Directory directory;
    private final Clock clock;

    FindingOwners(ProviderRanges ranges, Directory directory, Clock clock) {
        this.ranges = ranges;
        this.directory = directory;
        this.clock = clock;
    }

    /** Empty where the body names nothing that could be noted. */
    Optional<OwnersView> of(Map<String, Object> body) {
        var identifiers = Identifier.allIn(body).stream()
                .map(Identifier::value)
                .distinct()
                .toList();
        if (identifiers.isEmpty()) return Optional.empty();
        var lines = ranges.whose(identifiers).stream().map(this::line).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new OwnersView(lines, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private Line line(WhoseAddress it) {
        var noted = it.noted();
        var provider = noted == null ? null : GoneParticipant.shown(directory, noted.provider());
        return new Line(it.identifier(), provider, noted, it.special());
    }
}
