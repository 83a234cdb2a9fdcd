package org.comity.conference.accreditation;

import java.util.Map;
import java.util.stream.Collectors;
import org.comity.conference.AdmittedObservers;
import org.springframework.stereotype.Component;

/** Reads from the applications who was admitted. */
@Component
class ReadingAdmitted implements AdmittedObservers {

    private final ApplicationRows rows;

    ReadingAdmitted(ApplicationRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, String> names() {
        return rows.admitted().entrySet().stream()
                .collect(Collectors.toMap(it -> ObserverApplication.code(it.getKey()), Map.Entry::getValue));
    }
}
