package org.comity.conference.submission;

import java.util.Locale;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of what States submitted for the Conference. */
@Controller
class SubmissionsController {

    private final ReadingSubmissionPack reading;

    SubmissionsController(ReadingSubmissionPack reading) {
        this.reading = reading;
    }

    @GetMapping("/conference/submissions")
    String pack(@RequestParam(defaultValue = "0") int from, Official by, Locale language, Model model) {
        model.addAttribute("submissions", reading.pack(from, language.getLanguage(), by));
        return "conference/submission/pack";
    }
}
