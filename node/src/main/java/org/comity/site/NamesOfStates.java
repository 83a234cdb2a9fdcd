package org.comity.site;

import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.springframework.stereotype.Component;

/** Names a State by its code, and a body that is no authority by its id, as the directory does. */
@Component
class NamesOfStates {

    private final Directory directory;

    NamesOfStates(Directory directory) {
        this.directory = directory;
    }

    /** By language; empty for a State that nobody of the directory belongs to, or a body that is not in it. */
    Map<String, String> of(String code) {
        return directory.all().stream()
                .filter(it -> it.kind().authority() && it.state().code().equals(code))
                .findFirst()
                .or(() -> directory.find(code))
                .map(Participant::names)
                .orElse(Map.of());
    }
}
