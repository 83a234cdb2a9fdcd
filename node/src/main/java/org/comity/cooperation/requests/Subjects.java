package org.comity.cooperation.requests;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.cooperation.ActRendering;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** What a request is about, in each language of the pages. */
@Component
class Subjects {

    private final Map<String, ActRendering> renderings;
    private final Words words;

    Subjects(List<ActRendering> renderings, Words words) {
        this.renderings = renderings.stream().collect(Collectors.toMap(ActRendering::procedure, Function.identity()));
        this.words = words;
    }

    Map<String, String> of(String procedure, Map<String, Object> openingBody) {
        var subjects = new TreeMap<String, String>();
        for (var language : words.languages()) {
            subjects.put(language.tag(), renderings.get(procedure).subject(openingBody, language.locale()));
        }
        return subjects;
    }
}
