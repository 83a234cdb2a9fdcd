package org.comity.casework.offices;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offices inside our State for the desk's programs: what each may do. */
@RestController
@RequestMapping("/api/v1")
class OfficesApi {

    private final KeepingOffices keeping;
    private final CaseAccess access;

    OfficesApi(KeepingOffices keeping, CaseAccess access) {
        this.keeping = keeping;
        this.access = access;
    }

    /** The file that can be read back; who answers for an office is not in it. */
    @GetMapping(path = "/offices", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] offices(Official by) {
        return keeping.file(by);
    }

    /** Writes each office of the file; those that it does not name stay as they are. */
    @PutMapping("/offices")
    Written write(HttpServletRequest sent, Official by) throws IOException {
        // Before anything is read of it.
        access.mustHoldByLaw(by);
        var file = sent.getInputStream().readNBytes(OfficeFile.LARGEST + 1);
        if (file.length > OfficeFile.LARGEST) {
            throw new TooLarge();
        }
        return new Written(keeping.load(file, by));
    }

    record Written(int offices) {}

    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    static final class TooLarge extends RuleBroken {
        TooLarge() {
            super("api.too-large", Map.of("largest", Integer.toString(OfficeFile.LARGEST)));
        }
    }
}
