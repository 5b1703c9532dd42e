/* ProcessPrng, where Rust's standard library takes its randomness since 1.78 and which Wine 8 lacks. */

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long size); /* RtlGenRandom */

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, unsigned long long size)
{
    const unsigned long most = 1ul << 28;

    while (size > 0) {
        unsigned long part = size > most ? most : (unsigned long)size;
        if (!SystemFunction036(buffer, part))
            return 0;
        buffer += part;
        size -= part;
    }
    return 1;
}

int __stdcall DllMainCRTStartup(void *module, unsigned long reason, void *reserved)
{
    return 1;
}
