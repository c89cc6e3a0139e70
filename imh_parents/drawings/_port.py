from .drawing import Drawing
from .geometry import move, oval
from .people import back_head, face, head
from .village import House, tree
from . import village

def drawing(name,w=96,h=96,**kw): return Drawing(name,w,h,**kw)
def house(d,x,y,w,h,kind="gable",wall="white-patch",roof="clay-patch",lit=(),door="clay-patch",lean=0.0):
    village.house(d,kind,House(x,y,w,h,lean,lit,wall,roof,door))
def _dots(d,*a):
    for k in range(0,len(a),3): d.dots(a[k+2],a[k],a[k+1])
# a hand laid on something, fingers to the right, wrist at the left, about 40 x 32
FLAT = ("M0 8 C6 8 9 6 12 3 C15 -1 18 -6 22 -6 C25 -6 25 -2 23 1 C21 4 19 6 19 8 "
        "C24 6 30 5 34 5.5 C37.5 6 37.5 10 34 10.4 L23 12 "
        "M34 10.4 C36 10.4 39 11 39.6 12 C41 14 40 15.8 37 15.8 L24 17 "
        "M37 15.8 C38.5 16.5 39 18.5 37.5 20 C36 21.4 30 21 23 21.6 "
        "M34 21 C35 23 33.5 25.6 30 26 C22 28 12 28 8 25.5 C5 24 3 23.5 0 23")
FLAT_P = ("M0 8 C8 8 13 -6 23 -6 C25 -2 19 5 19 8 C28 5 38 4 37 10 C41 12 41 16 38 17 "
          "C40 22 34 24 33 25 C22 28 12 28 8 25.5 C5 24 3 23.5 0 23 Z")
# an open hand that offers, palm up, side view, about 48 x 26
OPEN = ("M0 7 C6 6 10 5 14 6 C15 1 18 -5 22 -6 C26 -6 26 -2 24 1 C22 4 22 6 24 8 "
        "C31 10 38 7 44 2 C47 0 49 2 48 5 M48 5 C50 5 50 8 48 10 M48 10 C48.5 12 46 14 44 15 "
        "C38 20 30 23 22 23 C14 23 8 21 0 21 M36 11.5 C40 10.5 44 8 47 5.5 M36 16 C40 15 45 12.5 47.5 10")
OPEN_P = ("M0 7 C6 6 10 5 14 6 C15 1 18 -6 23 -6 C26 -4 21 4 24 8 C31 10 38 7 44 2 C50 0 51 8 44 15 "
          "C38 20 30 23 22 23 C14 23 8 21 0 21 Z")
# a hand that holds something thin (spoon, needle), coming from the left, grip at about (24, 8)
PINCH = ("M0 4 C6 1 12 -2 18 0 C23 1 28 4 29 7 C29.5 10 26 10.5 23 9 C21 8 19 8 17 8.5 "
         "M10 12 C14 12 19 11 23 9.5 M29 8 C31 11 29 14 25 14 M28 13 C29 16 26 18.5 22 18 M25 18 C24 21 18 22 14 21.5 C9 21.5 5 20 0 20")
PINCH_P = ("M0 4 C6 1 12 -2 18 0 C23 1 31 5 29.5 10 C31 13 29 17 26 18 C22 22 10 22 0 20 Z")
FIST = "M0 4 C3 0 9 -1 12 3 C14 7 12 12 7 12 C2 12 -1 8 0 4 Z"

def hand(d, kind, x, y, s=1.0, rot=0, flip=False, skin=1):
    line, patch = {"flat": (FLAT, FLAT_P), "open": (OPEN, OPEN_P), "pinch": (PINCH, PINCH_P)}[kind]
    d.patch(f"skin-{skin}", move(patch, x, y, s, rot, flip), dx=.8, dy=.8, amp=.3)
    a, d.amp = d.amp, .3
    d.line(move(line, x, y, s, rot, flip), pen=round(d.pen * .88, 2))
    d.amp = a


def fist(d, x, y, s=1.0, skin=1):
    d.both(f"skin-{skin}", move(FIST, x, y, s), dx=.5, dy=.5, amp=.3)


ALL = []


def new(name, w=96, h=96, **kw):
    d = drawing(name, w, h, **kw)
    ALL.append(d)
    return d


# --- the ten themes -------------------------------------------------------
def troosten():
    d = new("th-troosten")
    d.patch("plum-patch", "M7 96 C7 70 12 54 28 46 C38 44 52 46 58 58 C62 70 62 84 62 96 Z")
    d.line("M6 93 C7 70 12 55 27 47")
    d.patch("honey-patch", "M52 47 C47 58 46 72 53 80 C62 88 76 82 77 68 C78 57 72 50 66 47 Z")
    d.line("M51 50 C47 60 47 72 53 79 C62 87 76 82 77 68 C77.6 58 73 51 67 48")
    head(d, 36, 28, 14, 2, "short", "hair-1", mood="", rot=14)
    d.line("M37 31.4 C38.6 33.2 41.4 32.8 42.6 31 M34.4 38.4 C36 40 39 39.6 40.4 38 M28.6 30.2 C29.8 32 32.4 32.4 33.8 31.2", pen=2)
    head(d, 60, 38, 10.5, 1, "baby", "hair-2", mood="", rot=-18)
    d.line("M54.6 38.6 C55.6 40.2 58 40.2 59 38.6 M62.4 36.8 C63.4 38.4 65.4 38 66.2 36.4 M58.8 43.2 C60.2 44.4 62.2 43.8 63 42.4", pen=2)
    d.patch("plum-patch", "M12 64 C16 82 34 92 52 84 L50 72 C38 76 28 70 24 60 Z", dx=.6, dy=.6)
    d.line("M13 68 C18 84 36 90 51 83 M25 62 C29 70 38 74 48 72")
    hand(d, "flat", 47, 73, .72, -24, skin=2)
    return d


def slapen():
    d = new("th-slapen")
    d.patch("sky-patch", "M20 8 L78 6 L81 91 L17 92 Z")
    d.patch("white-patch", "M26 14 L72 13 L74 86 L24 86 Z", dx=0, dy=0)
    d.line("M20 9 C40 7 60 7 78 8 C80 36 80 64 80 90 C60 92 38 92 18 90 C19 62 18 36 20 9")
    d.patch("honey-patch", "M37 46 C42 41 55 41 60 46 C66 58 68 72 62 80 C56 86 42 86 36 80 C30 72 32 58 37 46 Z")
    d.line("M37 46 C42 41 55 41 60 46 C66 58 68 72 62 80 C56 86 42 86 36 80 C30 72 32 58 37 46 Z M48.5 44 L48.5 60")
    d.line("M37 48 C31 46 28 40 30 34 M60 48 C66 46 69 40 67 34")
    fist(d, 25.4, 24.6, .8), fist(d, 62, 24.6, .8)
    head(d, 48.5, 31, 11, 1, "baby", "hair-1", mood="shut")
    d.patch("sage-patch", "M97 52 L84 54 L86 72 L97 72 Z", dx=0, dy=0).line("M96 52 L85 54 C84 60 85 66 86.4 72 L96 72")
    hand(d, "flat", 86, 55, .68, 2, True, 3)
    return d


def eten():
    d = new("th-eten")
    d.patch("sage-patch", "M46 82 C50 68 82 68 90 80 L92 96 L42 96 Z")
    d.line("M44 94 C45 84 48 76 55 73 M82 73 C88 76 91 84 92 93")
    d.patch("white-patch", "M54 70 C60 78 76 78 82 70 C86 80 78 90 68 90 C58 90 51 80 54 70 Z", dx=.6, dy=.6)
    d.line("M54 71 C51 81 58 90 68 90 C78 90 86 80 82 71")
    head(d, 68, 46, 23, 3, "", mood="")
    d.patch("hair-1", "M50 34 C52 22 62 18 69 20 C80 20 86 28 87 36 C80 30 74 28 70 24 C66 30 58 32 50 34 Z", dx=0, dy=0)
    _dots(d,59, 45, 1.9, 76, 45, 1.9)
    d.both("clay-patch", oval(60.4, 57.6, 4.6, 5.2), dx=0, dy=0)
    d.line("M78 53 C80 54 81 54 82 53  M51 50 C51.6 51 52.4 51.2 53.4 51", pen=1.8)
    d.patch("honey-patch", oval(48, 58.4, 6, 3.6, -16), dx=.5, dy=.5)
    d.line("M2 74 C16 70 30 66 41.6 61 " + oval(48, 58.6, 6.6, 4, -18))
    hand(d, "pinch", 0, 66, .86, -6, skin=2)
    d.patch("clay-patch", "M0 66 L-1 86 L4 84 L3 67 Z", dx=0, dy=0)
    fist(d, 36, 66, 1.0, 3)
    d.line("M47 76 C44 80 46 84 49 86 M39 71 L43 70 M39 74.6 L43 74", pen=2)
    return d


def praten():
    d = new("th-praten")
    prof = "M-13 1 C-13 -9 -7 -14 1 -14 C8 -14 12.6 -9 13 -4 C14 -1 17.4 1.6 17 3.6 C16 5 13.6 4.6 13 6 C12.6 7.4 14 8 12.6 9.4 C11.6 10.6 12.6 11.4 11.4 12.8 C9 16 2 15.4 -2 14.4 C-9 13 -13 8 -13 1 Z"
    d.patch("sage-patch", "M52 96 C54 78 62 68 76 66 C88 68 94 80 96 96 Z").line("M53 94 C55 80 61 71 69 67 M88 68 C92 74 94 84 95 94")
    d.both("skin-4", move(prof, 72, 46, 1.5, 0, True), dx=1, dy=1)
    d.patch("hair-1", "M56 34 C60 20 76 18 86 26 C96 34 96 54 88 62 C85 54 86 48 82 42 C74 42 66 36 56 34 Z", dx=0, dy=0)
    _dots(d,62, 44, 1.8)
    d.line("M80 50 C83 48 85 51 83.4 53.6", pen=2)
    d.patch("honey-patch", "M0 96 C1 84 8 76 20 75 C30 76 36 84 38 96 Z").line("M1 94 C3 84 8 78 14 76 M27 76 C33 79 36 86 37 94")
    d.both("skin-3", move("M-13 1 C-13 -10 -7 -14 1 -14 C9 -14 12.6 -8 12.8 -3 C13.4 0 17.8 .6 17.4 3 C17 5 13.4 4.6 13 6 C14 8 12 9 12 10.4 C10 15 2 15.4 -2 14.4 C-9 13 -13 8 -13 1 Z", 21, 61, 1.12), dx=1, dy=1)
    d.patch("hair-1", move("M-13 0 C-13 -10 -6 -15 2 -14 C6 -14 9 -12 10 -10 C4 -10 0 -8 -4 -4 C-6 -2 -10 -1 -13 0 Z", 21, 61, 1.12), dx=0, dy=0)
    _dots(d,27, 60, 1.6)
    d.line("M16 64 C18 62.4 20 64.4 18.6 66.4", pen=2)
    d.line("M25 38 C28 28 32 22 36 19 M49.4 17.6 C52 19 54.4 21 56.4 23.6", pen=2.2, dash="1 6.5")
    d.line("M40 72 C44 80 50 78 54 68", pen=2.2, dash="1 6.5")
    d.both("honey-patch", oval(40, 15, 5.4), dx=1, dy=1)
    return d


def veilig():
    d = new("th-veilig")
    side = ("M-4 84 L6 62 C12 48 26 28 41 16 C45 13 48 15 46.6 18.6 C43 26 36 36 30 45 C33 44 37 46 36 49 C35 53 30 54 27 54 C25 60 20 72 14 88")
    d.patch("honey-patch", "M38 66 C42 62 54 62 58 66 C64 74 68 88 66 91 C56 95 40 95 30 91 C29 86 33 74 38 66 Z")
    d.line("M38 67 C34 73 30 86 30 90 C40 94 56 94 66 90 C66 86 62 74 58 67 M41 90 C42 84 36 82 32 84 M55 90 C54 84 60 82 64 84")
    head(d, 48, 54, 12, 2, "baby", "hair-1", mood="calm")
    d.patch("skin-1", side + " Z").line(side)
    d.patch("skin-1", move(side, 96, 0, 1, 0, True) + " Z", dx=-1.6).line(move(side, 96, 0, 1, 0, True))
    d.patch("plum-patch", "M-4 76 L3 66 L17 75 L12 96 L-4 96 Z", dx=0, dy=0).line("M2 66 C8 68 13 71 18 75")
    d.patch("plum-patch", "M100 76 L93 66 L79 75 L84 96 L100 96 Z", dx=0, dy=0).line("M94 66 C88 68 83 71 78 75")
    return d


def gevoelens():
    d = new("th-gevoelens")
    d.line("M14 24 C16 8 34 4 36 16 C37 26 22 30 20 20 C18 8 40 0 48 10 C54 20 40 30 34 22 C28 12 50 4 60 12 C66 20 54 30 48 24 C42 16 58 8 64 18 C67 24 62 29 57 28")
    d.patch("clay-patch", "M32 62 C36 59 45 59 49 62 L57 84 L24 84 Z")
    d.line("M32 63 L25 84 C35 86 46 86 56 84 L49 63")
    d.line("M34 85 L33 93 L28 94 M47 85 L48 93 L53 94")
    d.line("M33 66 C26 64 21 59 19 52 M48 66 C55 64 59 59 61 52")
    fist(d, 13, 42, .85, 1), fist(d, 57, 42, .85, 1)
    head(d, 40.5, 48, 13, 1, "curl", "hair-2", mood="cry")
    d.patch("sage-patch", "M97 70 L90 70 L91 92 L97 92 Z", dx=0, dy=0).line("M96 69 L90 70 C89.6 78 90 86 91.6 92 L96 92")
    hand(d, "open", 92, 70, .72, -4, True, 2)
    return d


def ouder():
    d = new("th-ouder")
    d.patch("lamp", "M66 20 L88 20 L98 79 L44 79 Z", dx=0, dy=0)
    d.patch("plum-patch", "M18 80 C19 66 26 58 38 56 C50 56 58 62 62 80 Z")
    d.line("M18 78 C20 67 26 60 34 57")
    head(d, 41, 38, 15, 3, "bun", "hair-1", mood="tired", look=-1, rot=8)
    d.patch("plum-patch", "M74 80 C70 74 66 66 62 60 L54 65 C56 72 58 76 60 80 Z", dx=.6, dy=.4)
    d.line("M74 78 C70 73 66 67 63 61 M54 66 C55 70 57 74 58 78")
    hand(d, "flat", 60, 65, .58, -112, skin=3)
    d.patch("clay-patch", "M12 64 L26 64 L25 78 L14 78 Z").line("M11 63 L12.6 78 L25 78 L27 63 Z M26.4 66 C32 65 32 74 26 74")
    d.line("M17 57 C14 53 20 50 17 45 M23 56 C21 53 25 51 23 48", pen=2)
    d.line("M2 79.4 C30 80.6 64 79.4 94 80 M10 81 L8 94 M86 81 L88 94")
    d.both("honey-patch", "M64 20 C66 11 72 8 77 8 C83 8 88 12 90 20 Z", dx=.8, dy=.6).line("M77 8 L77 -2")
    return d


def samen():
    d = new("th-samen")
    d.patch("sage-patch", "M6 96 C7 72 14 58 30 55 C42 55 48 64 50 76 L50 96 Z").line("M6 94 C8 73 15 60 25 57")
    d.patch("clay-patch", "M46 96 C46 74 52 58 66 55 C82 57 90 72 91 96 Z").line("M90 94 C89 74 82 60 71 56")
    back_head(d, 33, 40, 14, "hijab", "plum-patch")
    back_head(d, 61, 38, 14, "short", "hair-2", 2)
    d.patch("sage-patch", "M30 74 C42 66 58 66 72 70 L71 81 C58 77 44 79 34 86 Z", dx=.6, dy=.6)
    d.line("M31 73 C43 66 58 66 71 70 M34 85 C45 78 58 77 70 80.6")
    hand(d, "flat", 70, 66.6, .56, 8, skin=1)
    d.patch("honey-patch", "M8 74 C7 62 12 56 20 56 C28 57 30 66 29 74 C22 78 14 78 8 74 Z", dx=.4, dy=.4)
    d.line("M8 74 C7 66 9 60 13 57 M27 60 C30 64 30 69 29 74 C22 78 14 78 8 74")
    head(d, 20, 48, 9.4, 3, "curl", "hair-1", mood="calm", rot=-6)
    fist(d, 23, 61, .7, 3)
    return d


def herstellen():
    d = new("th-herstellen")
    d.both("clay-patch", oval(26, 20, 7, 7)).both("clay-patch", oval(58, 18, 7, 7))
    d.both("clay-patch", "M30 50 C22 58 18 76 24 86 C34 93 52 93 60 86 C66 76 62 58 54 50 Z")
    d.both("clay-patch", "M32 54 C24 56 14 62 12 70 C14 76 20 76 23 72 C26 68 30 66 33 64")
    d.both("clay-patch", "M24 82 C16 84 12 90 16 93 C22 96 32 95 36 90 M60 82 C68 84 72 90 68 93 C62 96 52 95 48 90")
    d.both("clay-patch", oval(42, 34, 18, 16.4))
    d.patch("honey-patch", oval(42, 40, 7.4, 5.6), dx=0, dy=0)
    _dots(d, 35, 31, 1.8, 50, 31, 1.8, 42, 37, 1.9)
    d.line("M42 39 C42 42 40 43 38 42.6 M42 39 C42 42 44.6 43 46.6 42", pen=2)
    d.both("clay-patch", "M54 54 C60 54 68 58 71 63 C71 69 66 71 62 68 C58 66 54 64 51 63")
    d.line("M53 51 L56 55 M51 55 L57 57.6 M50 60 L55.6 61 M51 65 L55 63.6", pen=2.1, colour="white-patch")
    d.line("M55 60 C66 52 76 64 82 54 C88 44 88 28 80.6 21", pen=1.8, colour="line")
    d.line("M67.6 50 L80 21", pen=2.2)
    d.patch("sky-patch", "M97 22 L97 44 L92 42 L93 23 Z", dx=0, dy=0)
    hand(d, "pinch", 97, 30, .8, 20, True, 4)
    return d


def dorp():
    d = new("th-dorp")
    d.patch("honey-patch", "M8 98 C20 88 34 84 48 76 C58 70 60 62 58 54 L70 54 C74 66 72 78 64 98 Z", dx=0, dy=0)
    house(d, 54, 54, 34, 30, "step", "white-patch", "clay-patch", (1, 2), "clay-patch", lean=1)
    house(d, 2, 50, 26, 20, "gable", "sage-patch", "clay-patch", (1,), lean=-1)
    tree(d, 40, 52, .8, "poplar")
    d.line("M0 51 C14 50 30 51 53 53.4 M90 54 L96 54.6 M6 96 C18 88 28 84 36 79 M66 92 C72 80 74 68 70 56")
    back_head(d, 32, 52, 9.6, "short", "hair-3", 1)
    d.patch("plum-patch", "M22 66 C26 62 38 62 43 66 L45 86 L20 86 Z", dx=.8, dy=.8).line("M23 65 L20 86 L45 86 L42 65 M27 87 L26 95 M38 87 L39 95")
    back_head(d, 61, 63, 8.8, "short", "hair-1", 2)
    d.patch("sky-patch", "M53 73 L69 73 L72 87 L50 87 Z", dx=.6, dy=.6).line("M54 72 L50 87 L72 87 L68 72 M57 88 L56.6 95 M65 88 L65.4 95")
    d.patch("clay-patch", "M55 73 L67 73 L68 83 L54 83 Z", dx=0, dy=0)
    d.line("M55 73 L54 83 L68 83 L67 73", pen=2)
    d.line("M43 68 C45 74 47 77 49 78 L53 76")
    fist(d, 45, 74, .55, 1)
    return d


# --- people for mixed use ------------------------------------------------
def familie():
    """A row of carers, wide strip."""
    d = new("fam", 300, 110)
    y = 104
    # grandfather with cap, baby on arm
    d.patch("sage-patch", "M12 104 C12 78 18 62 34 60 C50 62 54 78 55 104 Z").line("M12 103 C13 80 18 65 28 61 M54 103 C54 88 52 76 48 70")
    head(d, 34, 43, 13.5, 1, "tuft", "hair-3", mood="calm")
    d.line("M25 41 C25 37 32 37 32 41 C32 45 25 45 25 41 Z M36 41 C36 37 43 37 43 41 C43 45 36 45 36 41 Z M32 41 L36 41", pen=1.8)
    d.patch("honey-patch", "M40 74 C46 68 58 70 61 77 C62 86 54 92 45 90 Z", dx=.8).line("M42 74 C47 69 57 70 61 77 C62 85 54 92 46 90")
    head(d, 58, 69, 8, 1, "baby", "hair-2", mood="shut", rot=20)
    d.line("M20 78 C22 90 34 96 46 93")
    hand(d, "flat", 44, 84, .5, 0, skin=1)
    # mother in headscarf, pregnant
    d.patch("plum-patch", "M84 104 C82 84 88 68 101 66 C116 68 122 78 124 90 C124 98 122 104 122 104 Z").line("M84 103 C83 85 88 71 96 67 M110 69 C119 74 124 84 123 93 C122 98 121 101 121 103")
    head(d, 101, 46, 13.5, 2, "hijab", scarf="clay-patch")
    hand(d, "flat", 92, 86, .6, -4, skin=2)
    d.line("M90 80 C88 84 89 88 92 89")
    # two mothers / friends, arm round
    d.patch("sky-patch", "M140 104 C140 78 146 64 158 62 C170 62 176 72 177 104 Z").line("M140 103 C141 80 146 67 152 63")
    d.patch("honey-patch", "M174 104 C174 82 178 66 192 64 C206 66 212 82 212 104 Z").line("M211 103 C211 84 206 70 199 65")
    head(d, 160, 44, 13.5, 4, "curl", "hair-1", mood="calm", look=1)
    head(d, 190, 46, 13.5, 1, "long", "hair-2", mood="tired", look=-1)
    d.line("M160 76 C172 72 186 72 200 76 M158 86 C172 80 188 80 200 84")
    hand(d, "flat", 199, 74, .5, 6, skin=4)
    # father in wheelchair with toddler on lap
    d.both("pane", oval(262, 90, 17, 17), dx=0, dy=0).line("M244 60 L246 90 L282 90 L286 102 L293 102 M240 58 L246 58")
    d.patch("clay-patch", "M248 90 C246 72 250 62 262 60 C274 62 278 74 278 88 Z").line("M248 88 C247 74 250 64 258 61 M268 62 C273 66 276 74 277 84")
    head(d, 262, 43, 13.5, 3, "short", "hair-1", mood="calm")
    d.patch("hair-1", "M251 46 C252 54 256 57 262 57.4 C268 57 272 54 273.4 46 C270 51 266 50 262 50 C258 50 254 51 251 46 Z", dx=0, dy=0)
    d.line("M259 49.6 C261 51 264 51 266 49.4", pen=2, colour="skin-1")
    d.patch("honey-patch", "M270 86 C270 76 274 72 280 72 C286 73 289 78 289 87 Z", dx=.6).line("M270 86 C270 77 274 72 280 72 C286 73 289 78 289 87 Z")
    head(d, 280, 64, 8, 3, "curl", "hair-1", mood="calm")
    d.line("M252 74 C256 82 264 84 272 82")
    hand(d, "flat", 268, 76, .46, 8, skin=3)
    d.line(oval(262, 90, 17, 17) + oval(262, 90, 4, 4) + "M2 106 C60 107 140 105 234 106 M282 106 L298 106")
    return d


# --- scenes --------------------------------------------------------------
def hero():
    d = new("sc-dusk", 360, 236, pen=2.4)
    d.patch("honey-tint", "M-6 150 C10 96 60 84 104 60 C150 30 214 26 250 56 C300 70 352 84 366 120 L366 176 L-6 176 Z", dx=0, dy=0)
    d.patch("clay-patch", oval(292, 58, 17, 17), dx=0, dy=0)
    d.patch("sage-patch", "M-6 152 C40 132 90 140 140 146 C200 128 280 132 366 148 L366 242 L-6 242 Z", dx=0, dy=0)
    d.line("M-4 153 C40 133 90 141 138 147 M232 136 C280 134 320 140 364 149")
    tree(d, 22, 152, .95, "poplar"), tree(d, 40, 150, .8, "poplar"), tree(d, 338, 160, 1.1, "knot")
    house(d, 60, 168, 46, 48, "step", "white-patch", "clay-patch", (1, 3), "sage-patch", lean=1)
    house(d, 112, 166, 34, 30, "gable", "plum-patch", "clay-patch", (1, 2), "honey-patch", lean=-1.5)
    house(d, 258, 166, 58, 26, "farm", "white-patch", "clay-patch", (2, 3), "sky-patch", lean=1)
    tree(d, 240, 162, .9, "round")
    # the path, from left to right
    d.patch("paper", "M-6 226 C50 214 90 222 140 204 C186 188 160 178 184 168 L198 168 C190 180 214 188 190 210 C170 230 90 238 60 246 L-6 246 Z", dx=0, dy=0)
    d.line("M-4 226 C50 214 90 222 140 204 C184 188 162 178 182 168 M60 240 C100 234 170 230 190 210 C212 188 190 180 198 168")
    # the house with the lamp, close by
    house(d, 176, 168, 40, 62, "gable", "white-patch", "clay-patch", (1, 2, 3), "clay-patch", lean=2.5)
    d.patch("lamp", "M182 169 L192 169 L200 186 L176 186 Z", dx=0, dy=0)
    # walkers: adult with pram-less baby on the arm, child in front
    d.patch("plum-patch", "M92 196 C94 186 98 182 104 182 C110 183 114 188 115 197 L117 218 L90 218 Z", dx=1).line("M93 195 L90 218 L117 218 L115 197 M97 218 L96 228 M109 218 L110 228")
    head(d, 103, 168, 10, 3, "bun", "hair-1", mood="")
    face(d, 105, 168, 10, "calm")
    d.patch("honey-patch", "M106 190 C110 184 120 186 122 192 C122 199 114 203 107 200 Z", dx=.5).line("M107 189 C111 184 120 186 122 192 C122 199 114 203 108 200")
    head(d, 119, 184, 6.6, 3, "baby", "hair-1", mood="shut")
    d.line("M95 196 C98 204 106 206 114 201")
    d.patch("clay-patch", "M66 206 L76 206 L79 222 L63 222 Z", dx=.8).line("M66 206 L63 222 L79 222 L76 206 M67 222 L66.6 230 M75 222 L75.6 230 M77 210 C82 208 86 205 90 202")
    head(d, 71, 198, 8, 1, "curl", "hair-2", mood="calm")
    # neighbour at the lit door, waving
    d.patch("sky-patch", "M226 172 C228 164 232 160 237 160 C243 161 246 166 247 173 L248 190 L225 190 Z", dx=.8).line("M227 172 L225 190 L248 190 L246.4 173 M231 190 L230.6 199 M241 190 L241.6 199 M228 168 C222 164 219 158 218 150 M246 170 C250 176 250 180 248 183")
    head(d, 236.6, 148, 9.4, 1, "tuft", "hair-3", mood="calm", look=-1)
    hand(d, "flat", 217, 152, .34, -96, skin=1)
    return d


def walker(d, x, y):
    """Someone with a child on the arm; x, y = between the feet."""
    d.patch("plum-patch", move("M-7 -22 C-5 -29 5 -29 7 -22 L10 -4 L-10 -4 Z", x, y), dx=.8)
    d.line(move("M-7 -22 L-10 -6 L10 -6 L7 -22 M-5 -5 L-5 0 M5 -5 L5 0", x, y))
    head(d, x, y - 35, 7, 3, "bun", "hair-1", mood="")
    face(d, x + .6, y - 35, 7)
    d.patch("honey-patch", oval(x + 4, y - 18, 5.4, 4.2, -20), dx=0, dy=0).line(oval(x + 4, y - 18, 5.4, 4.2, -20))
    head(d, x + 9, y - 23, 4.4, 3, "", mood="")


def strip():
    """The 1001 days as one quiet line: what is behind is a line, what comes is dots; the walkers stand at day 322."""
    d = new("sc-strip", 360, 96, pen=2.2)
    d.patch("sheet", "M-6 78 C40 58 80 84 128 70 C180 58 220 76 270 64 C310 56 330 58 366 60 L366 102 L-6 102 Z", dx=0, dy=0)
    d.line("M12 74 C44 58 66 82 96 73 C104 71 112 70 122 69")
    d.line("M140 68 C176 62 204 76 240 70 C284 62 300 54 348 58", dash=".5 7")
    d.patch("sage-patch", "M18 68 C14 60 18 54 24 54 C25 60 23 66 18 68 Z", dx=0, dy=0).line("M18 71 C18 66 20 60 24 54")
    house(d, 66, 74, 22, 21, "gable", "white-patch", "clay-patch", (1,), lean=1)
    house(d, 198, 68, 22, 22, "step", "white-patch", "clay-patch", (), "pane", lean=-.8)
    house(d, 268, 60, 30, 13, "farm", "white-patch", "sage-patch", (), "pane")
    house(d, 322, 52, 22, 22, "gable", "honey-patch", "clay-patch", (1,), "pane", lean=1)
    tree(d, 46, 70, .6, "poplar"), tree(d, 240, 70, .7, "poplar"), tree(d, 310, 56, .6, "knot"), tree(d, 168, 70, .6, "round")
    walker(d, 130, 74)
    return d


def ring():
    """Mijn dorp: two streets. Inner = my own people, outer = people who are there for all."""
    d = new("sc-ring", 360, 330, pen=2.4)
    d.patch("sage-tint", oval(180, 168, 176, 156), dx=0, dy=0)
    d.patch("honey-tint", oval(180, 178, 116, 122), dx=0, dy=0)
    d.line("M180 54 C248 54 298 112 298 176 C298 244 248 302 180 302 C112 302 62 244 62 176 C62 112 112 54 180 54", dash="1 7", pen=2)
    d.line("M156 202 C146 208 132 210 118 209 M206 202 C216 208 228 210 240 209", dash="1 7", pen=2)
    # my house, in the middle
    house(d, 160, 200, 40, 40, "gable", "white-patch", "clay-patch", (1, 2, 3), "honey-patch", lean=1.5)
    # inner ring
    house(d, 164, 104, 30, 26, "gable", "plum-patch", "clay-patch", (1, 2), lean=-1)
    house(d, 82, 208, 30, 30, "step", "white-patch", "clay-patch", (1, 2, 3), "sage-patch", lean=.6)
    house(d, 246, 208, 34, 26, "gable", "sky-patch", "clay-patch", (), "pane", lean=1)
    d.line("M165 266 L165 244 L197 244 L197 266 Z M160 246 L181 229 L202 246", dash="4 5", pen=2)
    # outer ring
    house(d, 36, 112, 40, 40, "flat", "white-patch", "sage-patch", (1, 3, 4), "sage-patch")
    house(d, 280, 112, 38, 32, "step", "honey-patch", "clay-patch", (1, 2, 3), "clay-patch", lean=1)
    house(d, 300, 232, 46, 20, "farm", "white-patch", "sage-patch", (), "pane", lean=1)
    house(d, 16, 240, 40, 26, "gable", "sage-patch", "clay-patch", (1,), "honey-patch", lean=-1)
    house(d, 96, 46, 44, 17, "farm", "white-patch", "plum-patch", (1, 2), "pane")
    tree(d, 80, 50, .9, "poplar"), tree(d, 246, 48, .8, "round"), tree(d, 226, 40, .7, "poplar"), tree(d, 334, 176, .9, "knot"), tree(d, 20, 180, .8, "poplar")
    tree(d, 96, 306, .8, "knot"), tree(d, 268, 308, .8, "round"), tree(d, 122, 140, .5, "round"), tree(d, 238, 140, .5, "poplar")
    return d


def bends():
    """Two road pieces that repeat for ever: bend right, bend left."""
    for name in ("sc-bend", "sc-bend-gone"):
        d = new(name, 110, 150, pen=2.4)
        d.stretch, d.amp = True, .1
        a = "M40.2 -4 L44 0 C92 50 92 100 44 150 L40.2 154"
        b = "M62.2 -4 L66 0 C114 50 114 100 66 150 L62.2 154"
        if name == "sc-bend-gone":
            d.patch("honey-patch", "M40.2 -4 L44 0 C92 50 92 100 44 150 L40.2 154 L62.2 154 L66 150 C114 100 114 50 66 0 L62.2 -4 Z", dx=1.2, dy=0, amp=.3)
        d.line(a + b)
    for i, (kind, w, h, wall, roof, lit) in enumerate((
            ("gable", 40, 38, "white-patch", "clay-patch", (1,)), ("step", 40, 42, "honey-patch", "clay-patch", (1, 2, 3)),
            ("farm", 62, 24, "white-patch", "sage-patch", (1, 2, 3)), ("flat", 38, 46, "sky-patch", "plum-patch", (1, 3, 4)),
            ("gable", 34, 44, "plum-patch", "clay-patch", (1, 3)), ("step", 38, 40, "sage-patch", "clay-patch", (1, 2)))):
        for on in (True, False):
            d = new(f"h{i + 1}" + ("" if on else "-uit"), 96, 96)
            house(d, 48 - w * .55, 84, w * 1.1, h * 1.1, kind, wall, roof, lit if on else (), "sage-patch" if i % 2 else "honey-patch", lean=(1.6, -1.2, 1, 0, 2, -1.6)[i])
            d.line("M6 84.6 C30 83.6 60 85.6 91 84.4")
            if i in (0, 4):
                tree(d, 82, 84, .7, "poplar")
            if i == 5:
                tree(d, 14, 84, .7, "round")


def small():
    # empty house: an invitation
    d = new("leeg")
    d.line("M20 86 L20 46 M70 46 L70 86 M15 48 L45 22 L75 48", dash="5 7")
    d.line("M6 86 C30 85 60 87 90 86")
    hand(d, "open", 96, 58, .8, -8, True, 2)
    d.patch("honey-patch", "M46 60 L55 52 L64 60 L63 71 L48 71 Z", dx=.8).line("M45 61 L55 51.6 L65 61 M48 60 L48 71 L63 71 L63 60")
    d = new("stapper", 40, 56, pen=2.2)
    walker(d, 18, 54)
    # phone down
    d = new("leg-neer")
    d.patch("honey-patch", "M4 74 L92 74 L92 80 L4 80 Z", dx=0).line("M2 74 C30 73 64 75 94 74 M12 80 L12 94 M84 80 L84 94")
    d.patch("pane", "M50 64 L80 64 L80 72 L50 72 Z", dx=0, dy=0).line("M48 64 C56 63 72 63 80 64 C82 66 82 71 80 73 L50 73 C47 71 47 66 48 64 Z")
    d.patch("sage-patch", "M-2 30 L14 38 L8 58 L-2 52 Z", dx=0, dy=0).line("M0 30 L14 38 C13 45 11 52 8 58 L0 53")
    hand(d, "flat", 9, 42, 1.0, 26, skin=2)
    # error: a knot in the path
    d = new("knoop")
    d.line("M2 62 C20 54 34 60 44 54 C60 44 64 24 50 22 C38 22 38 42 54 50 C70 58 80 48 94 52")
    d.line("M2 72 C20 64 40 72 52 60 C70 44 72 14 50 13 C30 13 30 44 50 57 C68 68 80 58 94 62")
    # thread that is broken and tied again: the mark
    d = new("merk", 120, 44, pen=6.5, ink="currentColor")
    d.line("M5 31 C24 21 38 36 54 28 C68 20 72 5 60 5 C48 5 52 20 66 28 C80 36 96 22 115 28")


# --- app icon ------------------------------------------------------------
def icon():
    d = new("app-icon", 512, 512, pen=15, amp=3, step=50, ink="app-ink")
    d.patch("app-bg", "M-20 -20 L532 -20 L532 532 L-20 532 Z", dx=0, dy=0)
    d.patch("app-path", "M-20 412 C90 372 150 392 240 400 C330 408 420 380 532 396 L532 540 L-20 540 Z", dx=0, dy=0)
    d.patch("app-wall", "M142 404 L150 214 L262 108 L374 210 L372 404 Z", dx=10, dy=4)
    d.patch("app-lamp", "M192 236 L324 232 L326 336 L192 338 Z", dx=8, dy=6)
    d.patch("app-ink", "M204 338 C204 306 218 298 238 298 C258 298 270 308 272 338 Z", dx=0, dy=0, amp=1).patch("app-ink", oval(238, 274, 21, 23), dx=0, dy=0, amp=1)
    d.patch("app-ink", "M268 338 C268 320 278 314 290 314 C302 314 312 320 313 338 Z", dx=0, dy=0, amp=1).patch("app-ink", oval(287, 300, 14, 15), dx=0, dy=0, amp=1)
    d.line("M146 404 L152 218 M372 216 L372 404 M116 242 L264 106 L402 236 M340 176 L340 118 L368 118 L368 202")
    d.line("M192 236 L324 232 L326 336 L192 338 Z")
    d.line("M30 408 C90 382 150 398 240 402 C330 406 420 384 486 394")



for _f in (troosten, slapen, eten, praten, veilig, gevoelens, ouder, samen, herstellen, dorp, familie, hero, strip, ring, bends, small, icon): _f()
