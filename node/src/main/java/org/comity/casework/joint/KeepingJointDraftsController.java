package org.comity.casework.joint;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.KeptDraft;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Keeps what is being typed for a joint thread, as often as a script likes; nothing else happens by it. */
@Controller
@RequestMapping("/joint")
class KeepingJointDraftsController {

    private final SavingJointDraft saving;
    private final JointProcedures procedures;
    private final ReadingJointThread reading;
    private final CaseAccess access;
    private final Words words;

    KeepingJointDraftsController(
            SavingJointDraft saving,
            JointProcedures procedures,
            ReadingJointThread reading,
            CaseAccess access,
            Words words) {
        this.saving = saving;
        this.procedures = procedures;
        this.reading = reading;
        this.access = access;
        this.words = words;
    }

    @PostMapping(value = "/new", params = "then=keep")
    @ResponseBody
    KeptDraft begun(@RequestParam MultiValueMap<String, String> form, Official by, Locale locale) {
        access.mustWrite(by);
        saving.mayBegin(form, by, locale);
        var procedure = procedures.begun();
        return kept("", procedure.id(), procedure.opening(), form, by, locale);
    }

    @PostMapping(value = JointController.TYPE, params = "then=keep")
    @ResponseBody
    KeptDraft written(
            @PathVariable String thread,
            @PathVariable String type,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Locale locale) {
        access.mustWrite(by);
        return kept(thread, reading.procedure(thread, type), type, form, by, locale);
    }

    private KeptDraft kept(
            String thread,
            String procedure,
            String type,
            MultiValueMap<String, String> form,
            Official by,
            Locale locale) {
        var draft = saving.save(thread, procedure, type, form, by);
        return KeptDraft.of(draft.id(), draft.version(), words, Language.of(locale));
    }
}
