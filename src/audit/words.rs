//! The words this grammar knows, in Telex with the tone last, so that they are plain ASCII and have one spelling each.

use crate::text::telex_key;

macro_rules! words {
    ($($name:ident $typed:literal)*) => { $(pub(super) const $name: u32 = telex_key($typed);)* };
}

words! {
    AM "am" AN "ans" BANG "bawngf" BAO "bao" BI "bij" BIEU "bieeur" BO "booj" BOT "bots" BUOC "buwowcs" C "c" CACH "cachs" CAN "canhr" CAO "cao"
    CAOF "caos" CAP "caaps" CHE "chees" CHI "chir" CHIS "chis" CHIA "chia" CHIEM "chieems" CHIEU "chieeuf" CHO "cho" CHUA "chuwa" CHUC "chuwcs"
    CHUNG "chuwngf" CHUONG "chuwowng" CO "cos" CON "conf" CONG "coong" CONGJ "coongj" CU "cuj" CUC "cuwcs" CUM "cumj" CUNG "cungf"
    DA "dda" DAM "ddamr" DAN "daanx" DANG "ddangr" DAT "ddatj" DAU "ddaaus" DAUF "ddaauf" DC "ddc" DE "ddeef" DEN "ddeens" DIEM "ddieemr"
    DIEU "ddieeuf" DINH "ddinhj" DO "ddos" DOAN "ddoanj" DOI "ddooij" DON "ddown" DONG "ddoongf" DP "ddangrf" DU "duwj"
    DUOC "dduwowcj" DUOI "duwowis" DUONG "dduwowng" G "g" GAN "gaanf" GIAI "giai" GIAO "giao" GIAM "giamr" GIO "giowf" GOM "goomf"
    H "h" HA "ha" HAN "hanj" HANG "hangj" HANGF "hangf" HIEN "hieenj" HOACH "hoachj" HOAN "hoanf" HOI "hooij" HOM "hoom" HON "hown" HOP "howpj"
    HT "htt" HTNV "htnv" HTT "httnv" HTX "htxsnv" HTXS "htxs" HUONG "huwowngs" HUU "huwux" IT "its" KE "kees" KET "keets" KG "kg" KH "kh"
    KHAI "khai" KHEN "khen" KHIEN "khieenr" KHOA "khoas" KHOAN "khoanr" KHOANG "khoangr" KHOI "khoois" KHONG "khoong" KHT "khtnv" KHU "khu"
    KIEM "kieemr" KM "km" KY "kyf" KYL "kyr" LA "laf" LAI "laij" LAN "laanf" LAP "laapj" LE "leej" LEF "leex" LEN "leen" LIEN "lieenf" LOAI "loaij"
    LOP "lowps" LUAT "luaatj" LUC "lucj" LUOT "luwowtj" LUA "luwja" M "m" MAU "maaux" MANH "manhj" MOT "mootj" MOI "mowis" MUC "mucj" MUCS "muwcs" MUON "muoonj"
    NAM "nawm" NAY "nay" NAO "naof" NGAN "nganf" NGAY "ngayf" NGHI "nghij" NGHIN "nghinf" NGUOI "nguwowif" NHAT "nhaats" NHIEM "nhieemj" NHIEU "nhieeuf" NHO "nhor"
    NUA "nuwxa" NU "nuwx" PHAI "phair" PHAN "phaanf" PHANS "phaans" PHIEU "phieeus" PHUC "phuj" PHUONG "phuwowngf" PHUT "phuts" QUA "quas" QUAN "quaanj" QUY "quys"
    QUYET "quyeets" QUYD "quy" RA "ra" RANG "rawngf" RIENG "rieeng" SACH "sachj" SAI "sai" SANG "sangs" SANGF "sang" SAO "sao" SAU "sau" SO "soos" SOV "so" SU "suwj"
    SUNG "sung" SUT "sutj" TAC "tacs" TAI "taij" TAM "tams" TAN "taans" TANG "tawng" TAP "taapj" TAPJ "taapj" TE "teef" THAN "than" THANG "thangs" THANH "thanhf" THAP "thaaps"
    THAY "thaay" THE "theer" THEM "theem" THEO "theo" THI "thij" THIEU "thieeur" THON "thoon" THU "thuws" THUC "thuwcs" THUOC "thuoocj" TIEN "tieens" TIEU "tieeu"
    TIN "tins" TIR "tir" TO "toor" TOI "toois" TOIF "toowis" TOIW "towis" TONG "toongr" TOP "top" TOT "toots" TOTJ "toots" TRACH "trachs" TRACHH "trachj" TRAM "trawm" TRANG "trang"
    TREN "treen" TRIEU "trieeuj" TRO "trowr" TRONG "trong" TRU "truwf" TRUNG "trung" TRUOC "truwowcs" TU "tuwf" TUAN "tuaanf" TUOI "tuooir" TUONG "tuwowng" TY "tyr" TYJ "tyj"
    UNG "uwngs" USD "usd" UU "uw" VA "vaf" VIEC "vieecj" VIEN "vieen" VI "vij" VOI "vowis" VONG "vowngx" VU "vuj" VUOT "vuwowtj" XAP "xaaps" XI "xir" XEP "xeeps"
    XS "xs" XUAT "xuaats" XUONG "xuoongs" YEU "yeeus" KEM "kems" KHA "khas" BINH "binhf" TRA "tras" QUYE "quyeenf" SUAT "suaats"
    DVKT "ddvkt" HOACK "hoawcj" NANG "nawng" LUCW "luwcj" CE "veef" XU "xuwr" DAY "ddaay" DUNG "ddungs" DOTJ "ddootj" TINH "tinhs" NGOAI "ngoais" TRUNGF "trungf"
    AP "aaps" CANS "cans" CHIB "chi" DOANF "ddoanf" DOT "ddowtj"
}
