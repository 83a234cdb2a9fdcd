package org.comity.identity.approval;

import java.util.HexFormat;
import org.comity.identity.passkey.PasskeyRefused;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells the approval page what to ask the official's passkey: to sign the 32 bytes of the act's id. */
@Controller
class OptionsController {

    private final Passkeys passkeys;
    private final Persons persons;

    OptionsController(Passkeys passkeys, Persons persons) {
        this.passkeys = passkeys;
        this.persons = persons;
    }

    @GetMapping(path = "/approvals/{act:[0-9a-f]{64}}/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(@PathVariable String act, Official by) {
        var person = persons.find(by.id()).orElseThrow(PasskeyRefused::new);
        return passkeys.requestOptions(HexFormat.of().parseHex(act), person);
    }
}
