package org.comity.intelligence;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such file with this act. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class IndicatorsRefused extends RuleBroken {

    IndicatorsRefused() {
        super("intelligence.no-file", Map.of());
    }
}
