"""Sources as they never should be: bytes flipped, pieces cut out, said again, put in, the end lost."""

from collections.abc import Sequence

from hypothesis import strategies as st

__all__ = ["damaged"]


@st.composite
def damaged(draw: st.DrawFn, sources: st.SearchStrategy[bytes], pieces: Sequence[bytes] = ()) -> bytes:
    """A source with some damage; what is put in is one of ``pieces``, or any bytes where there are none."""
    data = bytearray(draw(sources))
    put_in = st.sampled_from(pieces) if pieces else st.binary(max_size=20)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, max(0, len(data) - 1)))
        stop = min(len(data), start + draw(st.integers(1, 300)))
        change = draw(st.sampled_from(("flip", "cut", "repeat", "insert", "end")))
        if change == "flip" and data:
            data[start] ^= draw(st.integers(1, 255))
        elif change == "cut":
            del data[start:stop]
        elif change == "repeat":
            data[start:start] = data[start:stop] * draw(st.integers(1, 4))
        elif change == "insert":
            data[start:start] = draw(put_in)
        else:
            del data[start:]
    return bytes(data)
